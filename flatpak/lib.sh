# What the scripts of this folder and tests/run share. Sourced, never run.

# say TEXT…: one line of progress on standard error.
say() { printf '\033[1m» %s\033[0m\n' "$*" >&2; }

# die TEXT…: one line on standard error, and the end.
die() { printf 'leidraad: %s\n' "$*" >&2; exit 1; }

# as_root CMD…: runs CMD as root: as it is, or through sudo.
as_root() {
  if ((EUID == 0)); then "$@"
  elif command -v sudo >/dev/null; then sudo -- "$@"
  else die "this step needs root or sudo: $*"
  fi
}

# Quiet, patient with a network that stumbles and with another apt that is busy, as on a machine that has just started.
apt_options=(-qq -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)

# need_packages NAME…: installs those of the Debian packages that are missing, and says which.
need_packages() {
  local name missing=()
  for name in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  say "Installing Debian packages: ${missing[*]}"
  as_root apt-get "${apt_options[@]}" update >&2 || say "The lists of packages could not be brought up to date; going on with those that are here"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get "${apt_options[@]}" install -y --no-install-recommends "${missing[@]}" >&2 </dev/null ||
    die "these Debian packages could not be installed: ${missing[*]}"
}

# need_sandbox: tells why bubblewrap cannot work here, where it cannot.
need_sandbox() {
  local name problem switches=()
  problem=$(bwrap --ro-bind / / --dev /dev --proc /proc --unshare-pid true 2>&1) && return
  [[ -z $problem ]] || printf '%s\n' "$problem" >&2
  for name in kernel/unprivileged_userns_clone=1 kernel/apparmor_restrict_unprivileged_userns=0 user/max_user_namespaces=10000; do
    ((EUID != 0)) && [[ -e /proc/sys/${name%=*} ]] || continue
    [[ $name == *=10000 && $(<"/proc/sys/${name%=*}") != 0 || $(<"/proc/sys/${name%=*}") == "${name#*=}" ]] || switches+=("${name/\//.}")
  done
  ((!${#switches[@]})) ||
    die "this machine lets only root make sandboxes: run this as root, or allow it to all with 'sudo sysctl ${switches[*]}'"
  die "bubblewrap, which Flatpak needs too, cannot make a sandbox here; in a container, start that with the right to make" \
    "namespaces (--privileged), or use a whole machine"
}

# package_list: the packages that the environment holds, one a line.
package_list() { sed -e 's/#.*//' -e '/^ *$/d' "$(dirname "${BASH_SOURCE[0]}")/packages"; }

# debian_release: this host's major Debian release, or 0 where it is something else.
debian_release() {
  local ID='' VERSION_ID=''
  source /etc/os-release
  [[ $ID == debian ]] || { echo 0; return; }
  echo "${VERSION_ID:-99}"
}

# debian_mirror: the mirror that this host's apt itself uses, or Debian's own where none is named.
debian_mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources /etc/apt/mirrors/*.list 2>/dev/null |
    sed -nE -e 's/^deb +(\[[^]]*\] +)?(https?:[^ ]*\/debian\/?) .*/\2/p' -e 's/^(URIs: *)?(https?:[^ ]*\/debian\/?)([ \t].*)?$/\2/p' |
    awk 'NR == 1 { found = $1 } END { print found ? found : "http://deb.debian.org/debian" }'
}

# apt_proxy: the proxy that this host's apt itself uses, as a line of its configuration; nothing where there is none.
apt_proxy() {
  local proxy=''
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  [[ -z $proxy ]] || printf 'Acquire::http::Proxy "%s";\n' "$proxy"
}
