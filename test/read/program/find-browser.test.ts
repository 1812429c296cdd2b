import { describe, expect, it } from 'vitest'
import { type BrowserSearch, findBrowser } from '../../../src/read/program/find-browser.ts'

/** What is found on a machine with these files. */
const search = (
  platform: NodeJS.Platform,
  files: readonly string[],
  env: BrowserSearch['env'] = {},
): BrowserSearch => ({ platform, env, isFile: (path) => files.includes(path) })

describe('findBrowser', () => {
  it('takes what is named, then CHROME_PATH, then what is installed', () => {
    const files = ['/my/chrome', '/other/chrome', '/usr/bin/chromium']
    const here = search('linux', files, { CHROME_PATH: '/other/chrome' })
    expect(findBrowser('/my/chrome', here)).toBe('/my/chrome')
    expect(findBrowser(undefined, here)).toBe('/other/chrome')
    expect(findBrowser(undefined, search('linux', files))).toBe('/usr/bin/chromium')
  })

  it.each<[NodeJS.Platform, string, BrowserSearch['env']]>([
    ['linux', '/usr/bin/google-chrome', {}],
    ['linux', '/opt/own/bin/microsoft-edge', { PATH: '/usr/sbin:/opt/own/bin' }],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { HOME: '/Users/a' }],
    ['darwin', '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium', { HOME: '/Users/a' }],
    [
      'win32',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    ],
    ['win32', 'D:\\tools\\chrome.exe', { Path: 'C:\\Windows;D:\\tools' }],
  ])('looks on %s at %s', (platform, path, env) => {
    expect(findBrowser(undefined, search(platform, [path], env))).toBe(path)
  })

  it('runs nothing that merely lies in the working folder', () => {
    expect(() => findBrowser(undefined, search('linux', ['chromium', './chromium'], { PATH: ':.' }))).toThrow(
      'no browser was found',
    )
  })

  it('says what to do where there is none', () => {
    expect(() => findBrowser(undefined, search('linux', []))).toThrow(
      expect.objectContaining({
        name: 'UserError',
        message: 'Cannot print: no browser was found',
        hint: 'Install Chromium, Chrome or Edge, or set its path: `browser` in the configuration, or CHROME_PATH.',
      }),
    )
  })

  it('does not look further where what is named is not there', () => {
    const here = search('linux', ['/usr/bin/chromium'], { CHROME_PATH: '/gone' })
    expect(() => findBrowser('/mine', here)).toThrow('no browser at /mine, which the setting browser names')
    expect(() => findBrowser(undefined, here)).toThrow('no browser at /gone, which CHROME_PATH names')
  })
})
