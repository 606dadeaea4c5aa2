# shellcheck shell=sh
# How a JVM runs the CLI, for the launcher of the sources and that of the archive.

# One set of JVM flags: a cache that was trained under other flags is of no use. The heap is what 500 services at once
# take; without a bound the JVM would let garbage pile up to a quarter of the machine. All classes that there are take less
# than the metaspace that it begins with: nothing is collected because some were loaded. A cache
# that does not fit is passed over in silence.
jvm_flags='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xms24m -Xmx320m -XX:MetaspaceSize=96m --sun-misc-unsafe-memory-access=allow -Xlog:disable -Xlog:all=error:stderr -Xlog:aot*=off:stderr'

# What stays on a terminal answers keys while it reads much: pauses short enough not to be felt.
screen_flags='-XX:-UseSerialGC -XX:+UseG1GC -XX:MaxGCPauseMillis=20'

# Linux gives the heap pages of 2 MB where a program may ask for them; a start touches it all for the first time. On other
# systems the JVM refuses the flag, and where large pages are off it prints a warning.
use_large_pages() {
  { IFS= read -r offer </sys/kernel/mm/transparent_hugepage/enabled; } 2>/dev/null || return
  case $offer in
    *'[madvise]'* | *'[always]'*) jvm_flags="$jvm_flags -XX:+UseTransparentHugePages" ;;
  esac
}

# Where the programs of an archive are, for the JVM: hold_home FOLDER sets $programs. A cache has the path by which its jars were
# known when it was made, and the JVM looks there for the jar of each class that it takes; if there is none it starts a tenth
# slower. Through a descriptor that is kept open the path is the same wherever the archive lies.
# shellcheck disable=SC2034
hold_home() {
  programs=$1/programs
  if [ -r "$1" ] && [ -d /proc/self/fd ]; then
    exec 9<"$1"
    [ ! -f /proc/self/fd/9/programs/start.sh ] || programs=/proc/self/fd/9/programs
  fi
}

# The JVM loads all classes of a cache when it starts, so what only helps has a small one of its own, and what stays on a
# terminal another. Compiling code must pay for itself: never in what helps, and elsewhere only for what runs ten times as
# often as a server would wait for.
choose_cache() {
  cache=commands
  [ $# -ne 0 ] || cache=help
  [ "${1-}" != help ] || cache=help
  for argument; do
    case $argument in
      -h | --help | -V | --version) cache=help ;;
      shell | dash | -i) [ $cache = help ] || cache=screens ;;
    esac
  done
  case $cache in
    help) jvm_flags="$jvm_flags -Xint" ;;
    # What stays has keys to answer, and time to compile.
    screens) jvm_flags="$jvm_flags $screen_flags" ;;
    *)
      # A load test sends the same way thousands of times.
      [ "${1-} ${2-}" = 'perf load' ] || jvm_flags="$jvm_flags -XX:CompileThresholdScaling=10"
      ;;
  esac
}

# Takes this shell's place: start JAVA HOME JAR FOLDER-OF-CACHES ARGUMENT...
start() {
  java=$1
  home=$2
  jar=$3
  caches=$4
  shift 4

  # A shell can tell which streams are terminals; a JVM only whether all of them are.
  terminal=
  [ ! -t 0 ] || terminal=0
  [ ! -t 1 ] || terminal=${terminal}1
  [ ! -t 2 ] || terminal=${terminal}2
  columns=
  case $terminal in
    *[12]*)
      columns=$(stty size 2>/dev/null </dev/tty)
      columns=${columns#* }
      ;;
  esac

  use_large_pages
  choose_cache "$@"
  # An archive has none of its own for screens: it would be too large with one.
  [ -f "$caches/$cache.aot" ] || [ $cache != screens ] || cache=commands
  # The JVM takes a cache of other classes than the jar has without a word: a build by hand makes one stale.
  # shellcheck disable=SC3013
  [ "$caches/$cache.aot" -nt "$jar" ] || cache=
  # shellcheck disable=SC2086
  exec "$java" $jvm_flags ${cache:+"-XX:AOTCache=$caches/$cache.aot"} "-Dagentctl.home=$home" "-Dagentctl.terminal=$terminal" \
    ${columns:+"-Dagentctl.columns=$columns"} -cp "$jar" io.agentctl.cli.Main "$@"
}
