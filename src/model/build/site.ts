/** A text in all locales, or texts by BCP 47 tag; `fr` also serves `fr-FR`, and `fr-FR` also `fr-CA`. */
export type LocalizedText = string | Readonly<Record<string, string>>

/** A link that every page shows. */
export interface SiteLink {
  readonly text: LocalizedText
  /** URL, or path in the output folder with `/` at its start; `{locale}` is replaced by the locale of the page. */
  readonly url: string
}

/** Name and look of the site, and what every page shows around its content. Paths of files are absolute or relative to the working folder. */
export interface SiteOptions {
  /** Name of the site. Default: the label “Documentation”. */
  readonly title?: LocalizedText
  /** Image beside the title; one for each theme, if it needs other colors in the dark. */
  readonly logo?: string | { readonly light: string; readonly dark: string }
  /** Icon of the site in tabs of browsers. */
  readonly favicon?: string
  /** CSS color of links and marks; each theme gets a shade that is readable on its backgrounds. */
  readonly accent?: string
  /** Text at the foot of every page. */
  readonly footer?: LocalizedText
  /** License of the content, at the foot of every page; a link if it has a URL. */
  readonly license?: LocalizedText | SiteLink
  /** Links in the header. */
  readonly links?: readonly SiteLink[]
  /** URL to edit a document: `{path}` is replaced by its path in its root, `{locale}` by its locale, `{title}` by its title. */
  readonly editUrl?: string
  /** URL to give feedback on a page, with the same placeholders. */
  readonly feedbackUrl?: string
  /** Style sheets that follow the built-in one. */
  readonly css?: readonly string[]
}

/** An image with its size in pixels; `null` where a vector image has none. */
export interface LogoFile {
  readonly name: string
  readonly width: number | null
  readonly height: number | null
}

/** The files of the site as pages refer to them: names below the folder of assets. */
export interface SiteFiles {
  readonly logo?: LogoFile
  /** The logo of the dark theme, if it has its own. */
  readonly darkLogo?: LogoFile
  readonly favicon?: string
  readonly styles: readonly string[]
}

/** Everything that pages show of the site. */
export interface SiteLook {
  readonly options: SiteOptions
  readonly files: SiteFiles
}

/** Paths of the files that the settings of a site name. */
export function siteFilesOf({ logo, favicon, css = [] }: SiteOptions): readonly string[] {
  const logos = typeof logo === 'object' ? [logo.light, logo.dark] : [logo]
  return [...logos, favicon, ...css].filter((path) => path !== undefined)
}

/** The options with each path of a file replaced. */
export function mapSiteFiles(options: SiteOptions, map: (path: string) => string): SiteOptions {
  const { logo, favicon, css } = options
  return {
    ...options,
    ...(logo !== undefined && {
      logo: typeof logo === 'string' ? map(logo) : { light: map(logo.light), dark: map(logo.dark) },
    }),
    ...(favicon !== undefined && { favicon: map(favicon) }),
    ...(css && { css: css.map(map) }),
  }
}
