import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createImageSizes } from '../../src/read/create-image-sizes.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The beginning of a PNG: signature, then IHDR with width and height. */
function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(33)
  head.write('89504e470d0a1a0a0000000d49484452', 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

/** A JPEG that holds nothing but its size, after `before`. */
function jpeg(
  width: number,
  height: number,
  before: Uint8Array = Buffer.from('ffe000104a46494600010100000100010000', 'hex'),
): Buffer {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    before,
    frame,
    Buffer.alloc(64),
    Buffer.from('ffd9', 'hex'),
  ])
}

/** An APP1 segment with an Exif orientation. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff])
  const head = Buffer.from('ffe10000', 'hex')
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

const sizesIn = (files: Record<string, Buffer | string>) => {
  const root = temporaryFolder({})
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content)
  return { root, sizes: createImageSizes(root) }
}

describe('sizes of images', () => {
  it.each<[string, Buffer | string, [number, number] | undefined]>([
    ['a.png', pngHead(640, 480), [640, 480]],
    ['a.gif', Buffer.from('47494638396140010f00', 'hex'), [320, 15]],
    ['a.jpg', jpeg(300, 200), [300, 200]],
    ['turned.jpg', jpeg(300, 200, exif(6)), [200, 300]],
    ['upright.jpg', jpeg(300, 200, exif(1)), [300, 200]],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20.4"/>', [40, 20]],
    ['box.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"/>', [90, 60]],
    ['named-otherwise.jpg', pngHead(8, 9), [8, 9]],
    ['empty.png', '', undefined],
    ['damaged.png', pngHead(1, 1).subarray(0, 20), undefined],
    ['none.png', pngHead(0, 10), undefined],
    ['text.png', 'not an image', undefined],
  ])('%s', (name, content, size) => {
    const { sizes } = sizesIn({ [name]: content })
    expect(sizes(name).size).toEqual(size && { width: size[0], height: size[1] })
  })

  it('are read from the beginning of a file only, and once', () => {
    const { root, sizes } = sizesIn({ 'a.png': Buffer.concat([pngHead(3, 4), Buffer.alloc(2 ** 20)]) })
    const first = sizes('a.png')
    expect(first.size).toEqual({ width: 3, height: 4 })
    writeFileSync(join(root, 'a.png'), pngHead(5, 6))
    expect(sizes('a.png')).toBe(first)
    expect(createImageSizes(root)('a.png').size).toEqual({ width: 5, height: 6 })
  })

  it('are not read outside the root, nor from a missing or hidden file', () => {
    const { root } = sizesIn({ 'secret.png': pngHead(1, 2), '.hidden.png': pngHead(1, 2) })
    const inner = temporaryFolder({ 'docs/x.md': '' })
    symlinkSync(join(root, 'secret.png'), join(inner, 'docs/link.png'))
    const sizes = createImageSizes(join(inner, 'docs'))
    expect([sizes('link.png').size, sizes('gone.png').size, sizes('../x.png').size]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(createImageSizes(root)('.hidden.png').size).toBeUndefined()
  })
})
