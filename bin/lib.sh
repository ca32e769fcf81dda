# shellcheck shell=bash
# What bin/run and bin/verify share: find or fetch the tools, build what changed. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
readonly root
readonly needed_jdk=25 needed_node=24
readonly jar=$root/target/rappel.jar stamp=$root/target/rappel.fingerprint

say() { printf 'rappel: %s\n' "$*"; }

fail() {
  printf 'rappel: %s\n' "$*" >&2
  exit 1
}

# Exports JAVA_HOME: the first JDK that is new enough, looking at JAVA_HOME, PATH and /usr/lib/jvm.
find_jdk() {
  local javac candidate version
  javac=$(command -v javac || true)
  for candidate in "${JAVA_HOME:-}" "${javac:+$(dirname "$(dirname "$(readlink -f "$javac")")")}" /usr/lib/jvm/*; do
    [[ -x $candidate/bin/javac ]] || continue
    version=$("$candidate/bin/javac" -version 2>/dev/null) || continue
    version=${version#javac }
    if ((${version%%[!0-9]*} >= needed_jdk)); then
      export JAVA_HOME=$candidate PATH=$candidate/bin:$PATH
      return
    fi
  done
  fail "a JDK $needed_jdk or newer is needed; none in JAVA_HOME, PATH or /usr/lib/jvm (Eclipse Temurin has one)."
}

# Sets `mvn`: the machine's Maven, else the wrapper, which downloads one.
find_maven() {
  mvn=$(command -v mvn || echo "$root/mvnw")
}

# Vaadin builds its front end with Node 24 or newer, and accepts a `node` only with its npm beside it.
is_new_node() {
  local node
  node=$(readlink -f "$1" 2>/dev/null) && [[ -n $node && -d $(dirname "$1")/../lib/node_modules/npm ]] \
    && (($("$node" -p 'process.versions.node.split(".")[0]') >= needed_node))
}

find_node() {
  local log=$root/.tools/npm.log
  if is_new_node "$(command -v node || true)"; then
    return
  fi
  if ! is_new_node "$root/.tools/bin/node"; then
    command -v npm >/dev/null || fail "npm is needed to fetch Node $needed_node (Debian: apt-get install npm)."
    say "fetching Node $needed_node into .tools"
    mkdir -p "$root/.tools"
    # Some versions of npm run the package's install script by themselves and refuse the option, others need it.
    { npm install -g --prefix "$root/.tools" "node@$needed_node" npm@11 && is_new_node "$root/.tools/bin/node"; } >"$log" 2>&1 \
      || npm install -g --prefix "$root/.tools" --allow-scripts=node "node@$needed_node" npm@11 >>"$log" 2>&1 \
      || fail_with_log "$log" "Node $needed_node could not be fetched"
  fi
  export PATH=$root/.tools/bin:$PATH
}

fail_with_log() {
  tail -n 40 "$1" >&2
  fail "$2; the whole log is $1"
}

# Everything the jar is made of, whoever made it: no need of git, blind to dates.
fingerprint() {
  cd "$root" || return
  find src/main frontend pom.xml .mvn package.json package-lock.json -type f \
    -not -path 'frontend/generated/*' -not -path 'src/main/bundles/*' -print0 \
    | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1
}

is_built() { [[ -f $jar && -f $stamp && $(<"$stamp") == "$(fingerprint)" ]]; }

# Turns Maven's output into a few lines that tell where it is.
progress() {
  local line downloading=
  while IFS= read -r line; do
    case $line in
      *'Downloading from '*)
        [[ $downloading ]] || say '  fetching libraries (first time only, some minutes)'
        downloading=yes
        ;;
      *':compile ('*) say '  compiling' ;;
      *':process-aot ('*) say '  working out the beans' ;;
      *':build-frontend ('*) say '  building the front end' ;;
      *':repackage ('*) say '  packaging' ;;
    esac
  done
}

build() {
  local log=$root/target/build.log print
  find_maven
  find_node
  print=$(fingerprint)
  rm -rf "$root/target"
  mkdir "$root/target"
  say "building; the log is $log"
  # Layout and length of the code are the business of bin/verify.
  (cd "$root" && "$mvn" -B -Dstyle.color=never -Dmaven.test.skip -Dspotless.check.skip -Dcheckstyle.skip package) 2>&1 | tee "$log" | progress \
    || fail_with_log "$log" 'the build failed'
  echo "$print" >"$stamp"
  say "built in $SECONDS s"
}
