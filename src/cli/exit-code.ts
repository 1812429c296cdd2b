/** Exit code of the command line: 0 clean, 1 findings at or above the failing level, 2 could not run. */
export type ExitCode = 0 | 1 | 2
