import { join } from 'node:path'
import { disableTypes, imageSize, types } from 'image-size'
import type { ImageSize } from '../model/image-size.ts'
import { memoize } from '../util/memoize.ts'
import { type FileState, stateToCopy } from './files/file-state.ts'
import { openRootFiles, type RootSettings } from './files/root-files.ts'

/** An image as it was when its size was read. */
export interface SizedImage {
  /** In CSS pixels; absent if the file does not say. */
  readonly size?: ImageSize
  /** State of the file before it was read. */
  readonly state: FileState
}

/** Bytes to look at: cameras and editors put previews and colour profiles before the size of a JPEG. */
const HEAD = 2 ** 18

/** Formats that pages show. */
const FORMATS = new Set(['bmp', 'gif', 'ico', 'jpg', 'png', 'svg', 'webp'])
disableTypes(types.filter((type) => !FORMATS.has(type)))

/**
 * Returns a memoized function that reads the size of an image in the root from the beginning of its file; `path` is relative to the root,
 * with `/`.
 *
 * @param root absolute path.
 */
export function createImageSizes(root: string, settings?: RootSettings): (path: string) => SizedImage {
  const files = openRootFiles(root, settings)
  return memoize((path: string) => {
    const state = stateToCopy(join(root, path))
    try {
      const size = sizeIn(files.head(path, HEAD))
      return { state, ...(size && { size }) }
    } catch {
      // Not an image that the library knows, or damaged.
      return { state }
    }
  })
}

/** Size of an image as browsers show it: cameras turn some by 90° and say so (Exif orientations 5 to 8). */
function sizeIn(head: Uint8Array): ImageSize | undefined {
  const { width, height, orientation = 1 } = imageSize(head)
  const size = { width: Math.round(width), height: Math.round(height) }
  if (!(size.width > 0 && size.height > 0)) return undefined
  return orientation >= 5 ? { width: size.height, height: size.width } : size
}
