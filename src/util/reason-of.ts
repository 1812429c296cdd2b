const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'disk quota exceeded',
  EEXIST: 'a file of that name already exists',
  EFBIG: 'it exceeds the maximum file size of the system',
  EIO: 'the device reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links form a loop',
  EMFILE: 'too many open files (`ulimit -n` shows and changes the limit)',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ERR_STRING_TOO_LONG: 'it is too large to be text',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
}

/** Describes on one line why something failed; for well-known Node.js error codes, without path and code. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  return REASONS[code] ?? message.split('\n', 1)[0]!
}
