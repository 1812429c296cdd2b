import type { StopCode } from './io.ts'

/** Exit code of the command line: 0 clean, 1 findings at or above the failing level, 2 could not run; others if a signal stops a wait. */
export type ExitCode = 0 | 1 | 2 | StopCode
