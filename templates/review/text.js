// Texts: differences, inline codes, and characters that nobody sees.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create } = lockstep

  /**
   * Shows a text in its language.
   *
   * @param parts lengths of what stayed and what changed in turn, or 0.
   * @param mark name of the element around what changed.
   */
  review.showText = (text, locale, parts, mark) => {
    const shown = create('p', { className: 'text', lang: locale, dir: review.directions[locale] ?? 'auto' })
    if (text === null || text === '') {
      shown.className = 'text nothing'
      shown.lang = review.language
      shown.textContent = review.label(text === null ? 'missing' : 'empty')
      return shown
    }
    let at = 0
    for (const [index, length] of (parts || [text.length]).entries()) {
      const piece = text.slice(at, at + length)
      at += length
      if (piece === '') continue
      const isChanged = index % 2 === 1
      const place = isChanged ? shown.appendChild(create(mark, {})) : shown
      addPiece(place, piece, isChanged)
    }
    return shown
  }

  /** Adds a piece of a text; codes are marked as such. */
  function addPiece(place, text, isChanged) {
    const codes = new RegExp(review.codes, 'gi')
    let end = 0
    for (const { 0: code, index } of text.matchAll(codes)) {
      addWords(place, text.slice(end, index), isChanged)
      const token = create('code', { className: 'token', dir: 'ltr' })
      addWords(token, code, false)
      place.append(token)
      end = index + code.length
    }
    addWords(place, text.slice(end), isChanged)
  }

  /** Adds words; in what changed, white space at the edges and several spaces are shown as well. */
  function addWords(place, text, isChanged) {
    const hidden = isChanged
      ? /^ +| +$| {2,}|[^\S ]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]/gu
      : /[^\S ]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]/gu
    let end = 0
    for (const { 0: found, index } of text.matchAll(hidden)) {
      place.append(text.slice(end, index))
      place.append(create('span', { className: 'invisible', dir: 'ltr', textContent: nameOf(found) }))
      if (found === '\n') place.append('\n')
      end = index + found.length
    }
    place.append(text.slice(end))
  }

  function nameOf(characters) {
    return [...characters]
      .map((character) => {
        const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')
        return review.invisible[character] ?? `⟨U+${code}⟩`
      })
      .join('')
  }
})()
