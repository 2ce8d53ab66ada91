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

# need_packages NAME…: installs those of the Debian packages that are missing, and says which.
need_packages() {
  local name missing=()
  for name in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  say "Installing Debian packages: ${missing[*]}"
  as_root apt-get update -qq >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 </dev/null
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

# debian_mirror: the mirror that this host's apt itself uses.
debian_mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed -nE -e 's/^deb (\[[^]]*\] )?([a-z]+:[^ ]*\/debian\/?) .*/\2/p' -e 's/^URIs: *([a-z]+:[^ ]*\/debian\/?)( .*)?$/\1/p' |
    head -n 1 | grep . || die "no Debian mirror found in apt's sources"
}
