declare module 'highlightjs-cshtml-razor' {
  const grammar: import('highlight.js').LanguageFn
  export default grammar
}
