/** Size of an image, in CSS pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}
