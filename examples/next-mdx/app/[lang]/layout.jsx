import 'lockstep-docs/unified.css'

export default async function Layout({ children, params }) {
  const { lang } = await params
  return (
    <html lang={lang}>
      <body>
        <nav>
          <a href="/fr-FR/index">Français</a> <a href="/en-US/index">English</a>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  )
}
