import { UserError } from './user-error.ts'

/**
 * Loads packages that are installed only where they are used.
 *
 * @param load imports them.
 * @param names for people, and for npm.
 * @param purpose continues “Cannot …”.
 * @throws {UserError} if one is not installed.
 */
export async function loadPackages<Loaded>(
  load: () => Promise<Loaded>,
  names: readonly string[],
  purpose: string,
): Promise<Loaded> {
  try {
    return await load()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const missing = names.filter((name) => message.includes(`'${name}'`))
    if (code !== 'ERR_MODULE_NOT_FOUND' || missing.length === 0) throw error
    throw new UserError(
      `Cannot ${purpose}: the package ${missing[0]} is not installed`,
      `Install what it needs: npm install ${names.join(' ')}`,
    )
  }
}
