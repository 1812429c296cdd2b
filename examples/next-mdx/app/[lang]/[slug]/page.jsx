import { readdirSync, readFileSync } from 'node:fs'
import { parseDocument } from 'lockstep-docs'
import { VFile } from 'vfile'

export const dynamicParams = false

export function generateStaticParams() {
  return ['fr-FR', 'en-US'].flatMap((lang) =>
    readdirSync(`docs/${lang}`).map((name) => ({ lang, slug: name.replace(/\.md$/, '') })),
  )
}

/** The title of a document in both languages is not in its front matter, but in its heading. */
export async function generateMetadata({ params }) {
  const { lang, slug } = await params
  const path = `docs/${lang}/${slug}.md`
  const { title } = parseDocument(new VFile({ path, value: readFileSync(path) }), { path })
  return { title: lang === 'en-US' ? title.source : title.target }
}

export default async function Page({ params }) {
  const { lang, slug } = await params
  const { default: Content } = await import(`../../../docs/${lang}/${slug}.md`)
  return <Content />
}
