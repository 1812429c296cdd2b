import { describe, expect, it } from 'vitest'
import { createRandom } from '../join/generate-revision.ts'
import { harmOf } from '../support/harm.ts'
import { checkBuild } from './check-build.ts'
import { readMaterial } from './material.ts'
import { minimise } from './minimise.ts'
import { mutate } from './mutate.ts'

describe('harmOf', () => {
  it.each([
    '<script>alert(1)</script>',
    '<script src="https://evil.example/assets/copy.js"></script>',
    '<p onclick="a()">b</p>',
    '<svg><a xlink:href="javascript:a()">b</a></svg>',
    '<a href="java\nscript:a()">b</a>',
    '<img src="data:image/svg+xml,x">',
    '<iframe src="https://a.b/c"></iframe>',
    '<iframe srcdoc="a" sandbox></iframe>',
    '<form action="https://a.b/c" role="search"></form>',
    '<base href="//a.b/">',
    '<meta http-equiv="Refresh" content="0;url=//a.b">',
    '<p style="background:url(//a.b/c)">d</p>',
    '<object data="a.swf"></object>',
  ])('finds %s', (html) => {
    expect(harmOf(`<!doctype html><body>${html}`)).not.toEqual([])
  })

  it('lets what pages have pass', () => {
    const html =
      '<link rel="icon" href="data:image/svg+xml,x"><script src="../../assets/copy.js" defer></script><a href="b.md#c" title="onclick=">d</a><form class="filter" role="search"></form>'
    expect(harmOf(html)).toEqual([])
  })
})

it('harmOf lets players pass, their protocol and host in any letter case', () => {
  expect(harmOf('<iframe src="HTTPS://www.YouTube.com/embed/x"></iframe>')).toEqual([])
  expect(harmOf('<iframe src="HTTPS://www.youtube.com.evil.example/embed/x"></iframe>')).not.toEqual([])
})

describe('mutated documents', () => {
  it('are the same for the same seed, and others for another', () => {
    const material = readMaterial([])
    const made = (seed: number) => {
      const random = createRandom(seed)
      return Array.from({ length: 30 }, () => mutate(random, material))
    }
    expect(made(1)).toEqual(made(1))
    expect(made(1)).not.toEqual(made(2))
    expect(new Set(made(1)).size).toBe(30)
  })

  it('are made as short as they can be while they fail', async () => {
    const text = `${'text '.repeat(200)}<b>${'more '.repeat(100)}</b>`
    expect(await minimise(text, (each) => each.includes('<b>') && each.includes('</b>'))).toBe('<b></b>')
    let attempts = 0
    await minimise(text, () => ++attempts < 0, 10)
    expect(attempts).toBe(10)
  })
})

it('a build survives texts that would end the process in the native parser, and makes the others', async () => {
  const files = {
    'references.md': 'a&nbsp;'.repeat(40_000),
    'brackets.md': '['.repeat(50_000),
    'marks.md': '*a '.repeat(50_000),
    'guide.md': '# Guide\n',
  }
  expect(await checkBuild(files)).toBeUndefined()
})
