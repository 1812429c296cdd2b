import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findPagefind } from '../../../src/read/program/find-pagefind.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const SYSTEM = { platform: 'win32', arch: 'x64', env: {} } as const

it('finds the package with the program for the system', () => {
  const folder = temporaryFolder({
    'node_modules/pagefind/package.json': '{ "version": "1.6.0" }',
    'node_modules/@pagefind/windows-x64/bin/pagefind_extended.exe': '',
  })
  const folders = [join(folder, 'no'), join(folder, 'node_modules')]
  expect(findPagefind({ ...SYSTEM, folders })).toEqual({ version: '1.6.0' })
  expect(findPagefind({ ...SYSTEM, folders, arch: 'ia32' })).toEqual({
    missing: 'the program of Pagefind for win32-ia32',
  })
  expect(findPagefind({ ...SYSTEM, folders: [] })).toEqual({ missing: 'the package pagefind' })
})
