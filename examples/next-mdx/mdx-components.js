import Link from 'next/link'

const components = {
  // Documents link to documents, pages to pages.
  a: ({ href, ...props }) =>
    href === undefined ? <a {...props} /> : <Link href={href.replace(/\.md(?=#|$)/, '')} {...props} />,
}

export function useMDXComponents() {
  return components
}
