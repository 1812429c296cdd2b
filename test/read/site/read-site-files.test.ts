import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSiteFiles } from '../../../src/read/site/read-site-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"/>'

it('reads logo, icon and style sheets, and gives each a name of its own', () => {
  const folder = temporaryFolder({ 'a/look.css': 'A', 'b/look.css': 'B', 'Brand.SVG': SVG, 'x.ico': 'ICON' })
  const at = (path: string) => join(folder, path)
  const { files, assets } = readSiteFiles({
    logo: at('Brand.SVG'),
    favicon: at('x.ico'),
    css: [at('a/look.css'), at('b/look.css')],
  })
  expect(files).toEqual({
    logo: { name: 'site/logo.SVG', width: 120, height: 40 },
    favicon: 'site/favicon.ico',
    styles: ['site/look.css', 'site/look-2.css'],
  })
  expect([...assets].map(([name, content]) => [name, String(content)])).toEqual([
    ['site/logo.SVG', SVG],
    ['site/favicon.ico', 'ICON'],
    ['site/look.css', 'A'],
    ['site/look-2.css', 'B'],
  ])
})

it('reads a logo for each theme', () => {
  const folder = temporaryFolder({ 'day.svg': SVG, 'night.svg': SVG.replace('120', '60') })
  const { files } = readSiteFiles({
    logo: { light: join(folder, 'day.svg'), dark: join(folder, 'night.svg') },
  })
  expect(files).toMatchObject({
    logo: { name: 'site/logo.svg', width: 120 },
    darkLogo: { name: 'site/logo-dark.svg', width: 60 },
  })
})

it('refuses a file that is not there and a logo that is no image, and names it', () => {
  const folder = temporaryFolder({ 'logo.png': 'no image' })
  expect(() => readSiteFiles({ css: [join(folder, 'none.css')] })).toThrow('none.css')
  expect(() => readSiteFiles({ logo: join(folder, 'logo.png') })).toThrow('logo.png')
})
