import { expect, it } from 'vitest'
import { isPublished, readPublishedPaths } from '../../../src/read/config/published-paths.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const read = (config: unknown, configured?: string) =>
  readPublishedPaths(temporaryFolder({ 'docfx.json': JSON.stringify(config) }), configured)

const breadcrumbs = (path: string) => ({ build: { globalMetadata: { breadcrumb_path: path } } })

it.each([
  [breadcrumbs('/microsoftteams/breadcrumb/toc.json'), '/microsoftteams/a/b'],
  [breadcrumbs('/previous/lync/breadcrumb/archive/toc.json'), '/previous/lync/a/b'],
  [breadcrumbs('/azure/bread/toc.json'), '/azure/a/b'],
  [{ basePath: 'quantum', ...breadcrumbs('/other/breadcrumb/toc.json') }, '/quantum/a/b'],
  [breadcrumbs('~/breadcrumb/toc.yml'), undefined],
  [breadcrumbs('/breadcrumb/azure/toc.json'), undefined],
  [{ build: [] }, undefined],
  [null, undefined],
])('finds the path of a docset in its configuration: %j', (config, expected) => {
  expect(read(config)?.urlOf('a/b.md')).toBe(expected)
})

it('takes the configured path first, and needs no configuration of the docset then', () => {
  expect(read(breadcrumbs('/x/breadcrumb/toc.json'), '/y/')?.urlOf('a.md')).toBe('/y/a')
  expect(readPublishedPaths(temporaryFolder(), '/')?.urlOf('a.md')).toBe('/a')
})

it('maps folders as the groups of content do, both ways', () => {
  const paths = read({
    basePath: '/docs',
    build: { content: [{ src: 'Hub', dest: '.' }, { src: 'Tools/', dest: 'tools' }, { files: ['x'] }] },
  })!
  expect(paths.urlOf('Hub/a/b.md')).toBe('/docs/a/b')
  expect(paths.urlOf('Tools/index.md')).toBe('/docs/tools/')
  expect(paths.urlOf('index.yml')).toBe('/docs/')
  expect(paths.urlOf('media/a.zip')).toBe('/docs/media/a.zip')
  expect(paths.documentsAt('/Docs/tools/b')).toContain('Tools/b.md')
  expect(paths.documentsAt('/fr-fr/docs/a/b')).toContain('Hub/a/b.md')
  expect(paths.documentsAt('/docs/')).toEqual(expect.arrayContaining(['Hub/index.md', 'index.md']))
  expect(paths.documentsAt('/docsets/a')).toEqual([])
  expect(paths.documentsAt('/other')).toEqual([])
})

it('knows what is published under its own name', () => {
  expect(['a.md', 'b/x.zip', 'index.yml'].every(isPublished)).toBe(true)
  expect(['toc.yml', 'a/TOC.md', 'folder', 'a/folder'].some(isPublished)).toBe(false)
})
