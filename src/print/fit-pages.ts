/**
 * Fits what is printed to whole pages.
 *
 * A last page with a few lines wastes paper and separates the sign-off from the work. Elements with `data-fit` get marks at their start and
 * end, whose places in the printed PDF show how full the last page is. If it is nearly empty, the element is printed again with less space
 * between its lines; if that does not save the page, the page gets room for remarks. The style sheet decides what each fit looks like.
 * `data-fit` is empty if a reader prints the page from a browser, which cannot do this.
 */

import { findDestinations } from './find-destinations.ts'

/** How an element is set: the value of its `data-fit`, and additional room for remarks in points. */
export interface Fit {
  readonly fit: 'normal' | 'tight' | 'tighter' | 'roomy'
  readonly room: number
}

/** Number of pages of an element, and which part of the last one is used. */
interface Extent {
  readonly pages: number
  readonly fill: number
  /** Height of the area for content of a page, in points. */
  readonly height: number
}

/** A last page that is less full than this is to be saved. */
const LEAST_FILL = 0.25
/** How full a page with room for remarks is. */
const ROOMY_FILL = 0.5
const NORMAL: Fit = { fit: 'normal', room: 0 }
const TIGHT: readonly Fit[] = [
  { fit: 'tight', room: 0 },
  { fit: 'tighter', room: 0 },
]

/** Start of the ids of the marks; the number of the element and `start` or `end` follow. */
export const MARK = 'lockstep-fit'

/**
 * Prints until no last page is nearly empty, or nothing helps.
 *
 * @param count number of elements to fit.
 * @param print prints with the given fits, one per element.
 */
export async function printFitted(
  count: number,
  print: (fits: readonly Fit[]) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const fits = Array.from({ length: count }, () => NORMAL)
  let pdf = await print(fits)
  const before = measure(pdf, count)
  let open = before.flatMap((extent, at) => (extent && isNearlyEmpty(extent) ? [at] : []))
  for (const fit of TIGHT) {
    if (open.length === 0) return pdf
    for (const at of open) fits[at] = fit
    pdf = await print(fits)
    const after = measure(pdf, count)
    open = open.filter((at) => {
      const now = after[at]
      return !now || now.pages >= before[at]!.pages || isNearlyEmpty(now)
    })
  }
  if (open.length === 0) return pdf
  for (const at of open)
    fits[at] = { fit: 'roomy', room: Math.round((ROOMY_FILL - before[at]!.fill) * before[at]!.height) }
  pdf = await print(fits)
  const roomy = measure(pdf, count)
  const worse = open.filter((at) => (roomy[at]?.pages ?? Number.POSITIVE_INFINITY) > before[at]!.pages)
  if (worse.length === 0) return pdf
  for (const at of worse) fits[at] = NORMAL
  return print(fits)
}

function isNearlyEmpty({ pages, fill }: Extent): boolean {
  return pages > 1 && fill < LEAST_FILL
}

/** The extents of all elements; `undefined` where the marks were not found. */
function measure(pdf: Uint8Array, count: number): readonly (Extent | undefined)[] {
  const places = findDestinations(pdf)
  return Array.from({ length: count }, (_, at) => {
    const start = places.get(`${MARK}-${at}-start`)
    const end = places.get(`${MARK}-${at}-end`)
    if (!start || !end) return undefined
    // The first mark is at the top of a page, so it shows the margin; the one below is about the same.
    const height = start.pageHeight - 2 * start.top
    return { pages: end.page - start.page + 1, fill: (end.top - start.top) / height, height }
  })
}
