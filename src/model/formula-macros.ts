/** TeX macros of a docset: names without backslash, and bodies with `#1`, `#2`, … for arguments. */
export type FormulaMacros = Readonly<Record<string, string>>
