const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the quota of the user is used up',
  EEXIST: 'there is a file of that name',
  EFBIG: 'it is larger than the system lets files become',
  EIO: 'the device reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go in a circle',
  EMFILE: 'too many open files (`ulimit -n` tells and changes how many are allowed)',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ERR_STRING_TOO_LONG: 'it is too large to be text',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
}

/** Why something failed, on one line; in words without paths or codes where the code is a known one of Node.js. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  return REASONS[code] ?? message.split('\n', 1)[0]!
}
