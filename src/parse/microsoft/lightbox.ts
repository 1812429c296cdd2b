import type { Image, PhrasingContent } from 'mdast'

/** Links an image to the larger one that its attribute `lightbox` names, as learn.microsoft.com does. */
export function enlarged(image: Image, { lightbox }: Readonly<Record<string, string>>): PhrasingContent {
  if (!lightbox || image.alt === '') return image
  const { position } = image
  return { type: 'link', url: `${lightbox}#lightbox`, children: [image], ...(position && { position }) }
}
