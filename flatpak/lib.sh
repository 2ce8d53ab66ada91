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

package_log=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")/build/packages.log

# run_apt CMD…: apt-get as root, asking nothing; patient with a network that stumbles and with another apt that is busy, as on a
# machine that has just started. What it does is left in build/packages.log.
run_apt() {
  mkdir -p "$(dirname "$package_log")"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" \
    >>"$package_log" 2>&1 </dev/null
}

# missing_packages NAME…: those that are not installed.
missing_packages() {
  local name
  for name in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || printf '%s\n' "$name"
  done
}

# need_packages NAME…: installs those of the Debian packages that are missing, and says which; one run at a time.
need_packages() {
  [[ -n $(missing_packages "$@") ]] || return 0
  mkdir -p "$(dirname "$package_log")"
  { flock 8; install_packages "$@" 8>&-; } 8>"$package_log.lock"
}

# install_packages NAME…: the same, once nobody else is at it.
install_packages() {
  local size missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  ((EUID == 0)) || command -v sudo >/dev/null || die "root or sudo is needed to install these Debian packages: ${missing[*]}"
  run_apt update || say "The lists of Debian packages could not be brought up to date; going on with those that are here"
  size=$(apt-get install --no-install-recommends --print-uris -qq "${missing[@]}" 2>/dev/null | awk '{ sum += $3 } END { printf "%d", sum / 1e6 + 1 }') || size=some
  say "Installing Debian packages, $size MB to fetch: ${missing[*]}"
  run_apt install --no-install-recommends "${missing[@]}" ||
    { tail -n 20 "$package_log" >&2; die "these Debian packages could not be installed: ${missing[*]}; all of it is in build/packages.log"; }
}

# need_sandbox: tells why bubblewrap cannot work here, where it cannot.
need_sandbox() {
  local problem setting switches=()
  problem=$(bwrap --ro-bind / / --dev /dev --proc /proc --unshare-pid true 2>&1) && return
  printf '%s\n' "$problem" >&2
  ((EUID == 0)) || for setting in kernel/unprivileged_userns_clone=0 kernel/apparmor_restrict_unprivileged_userns=1 user/max_user_namespaces=0; do
    [[ $(cat "/proc/sys/${setting%=*}" 2>/dev/null) != "${setting#*=}" ]] || switches+=("/proc/sys/${setting%=*}")
  done
  ((!${#switches[@]})) || die "this machine lets only root make sandboxes (see ${switches[*]}): allow it to everybody, or run this as root"
  die "no sandbox can be made here, and Flatpak needs one: use a whole machine, or start this container with the right to make namespaces (--privileged)"
}

# need_system_bus: lets the system's message bus run; Flatpak asks there what somebody who is not root may install.
need_system_bus() {
  local socket=/run/dbus/system_bus_socket
  ((EUID != 0)) && [[ ! -S $socket ]] || return 0
  need_packages dbus
  [[ ! -S $socket ]] || return 0
  say "Starting the system's message bus"
  as_root service dbus start >&2
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
