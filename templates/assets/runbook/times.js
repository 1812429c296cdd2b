// Runbooks on the screen: reads times as people type them, and rejects impossible ones.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})
  /** How far the clock of another machine may be ahead, in milliseconds. */
  const AHEAD = 120_000

  /**
   * Reads a time as typed: `{value, time}`, `{value, time: null}` for other words, or `{problem}`, the key of a label, for a time that
   * cannot be. A time of day is the last one that has been. In a bilingual runbook it may be typed as either language writes it.
   *
   * @param style `short` for times of day, `long` for moments with a date.
   */
  runbook.readTime = (text, style, { tongues, stamp }) => {
    const readings = tongues.map((tongue) => readIn(text.trim(), style, tongue, stamp))
    return readings.find(({ time }) => time) ?? readings.find(({ problem }) => problem) ?? readings[0]
  }

  function readIn(typed, style, tongue, stamp) {
    const { ascii, half } = asciiOf(typed, tongue)
    const day = readTimeOfDay(ascii, half)
    if (day === 'impossible') return { problem: 'impossibleTime' }
    const now = new Date()
    if (day) {
      const date = new Date(now.getFullYear(), now.getMonth(), now.getDate(), day.hour, day.minute)
      if (date > now) date.setDate(date.getDate() - 1)
      return stamp(date, style)
    }
    if (style === 'short') return /^[\d\s:.,h]+$/.test(ascii) ? { problem: 'impossibleTime' } : { value: typed, time: null }
    const date = readMoment(ascii, half, tongue)
    if (date === 'impossible') return { problem: 'impossibleTime' }
    if (!date) return { value: typed, time: null }
    return date.getTime() > now.getTime() + AHEAD ? { problem: 'futureTime' } : stamp(date, style)
  }

  /** The text with ASCII digits in lower case, and which half of the day it names: 0, 1, or -1 for none. */
  function asciiOf(text, { locale, formats }) {
    const number = new Intl.NumberFormat(locale)
    const digits = new Map(Array.from({ length: 10 }, (_, digit) => [number.format(digit), `${digit}`]))
    const ascii = [...text.toLowerCase()].map((char) => digits.get(char) ?? char).join('')
    const halves = [1, 13].map((hour) => {
      const parts = formats.short.formatToParts(new Date(2000, 0, 1, hour))
      return parts.find(({ type }) => type === 'dayPeriod')?.value.toLowerCase()
    })
    const half = halves.findIndex((name) => name && ascii.includes(name))
    return { ascii: half < 0 ? ascii : ascii.replace(halves[half], ' ').trim(), half }
  }

  function readTimeOfDay(text, half) {
    const [, hours, minutes] = /^(\d{1,2})\s?[:.h]?\s?(\d{2})$/.exec(text) ?? []
    return hours === undefined ? null : timeOfDay(Number(hours), Number(minutes), half)
  }

  function timeOfDay(hours, minute, half) {
    const hour = half < 0 ? hours : (hours % 12) + 12 * half
    const fits = half === 0 ? hours <= 12 : hours <= 23
    return fits && minute <= 59 ? { hour, minute } : 'impossible'
  }

  /** A date and a time, in the order and with the names of months of the locale, or as in ISO 8601. */
  function readMoment(text, half, { locale }) {
    const [clock, hours, minutes] = /(\d{1,2})[:h](\d{2})(?!.*\d[:h]\d)/.exec(text) ?? []
    if (clock === undefined) return null
    const day = timeOfDay(Number(hours), Number(minutes), half)
    const rest = text.replace(clock, ' ')
    const numbers = [...rest.matchAll(/\d+/g)].map(([number]) => Number(number))
    const name = nameOfMonth(rest, locale)
    const years = numbers.filter((number) => number > 999)
    if (years.length !== 1 || numbers.length !== (name === null ? 3 : 2)) return null
    const [first, second] = numbers.filter((number) => number !== years[0])
    const isIso = numbers[0] === years[0]
    const [month, date] = name !== null ? [name, first] : isIso || isMonthFirst(locale) ? [first, second] : [second, first]
    if (day === 'impossible') return day
    const moment = new Date(years[0], month - 1, date, day.hour, day.minute)
    return moment.getMonth() === month - 1 && moment.getDate() === date ? moment : 'impossible'
  }

  function nameOfMonth(text, locale) {
    const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'medium' })
    const names = Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(new Date(2000, month, 1))
      return parts.find(({ type }) => type === 'month').value.toLowerCase()
    })
    const found = names.findIndex((name) => !/^\d+$/.test(name) && /\p{L}/u.test(name) && text.includes(name))
    return found < 0 ? null : found + 1
  }

  function isMonthFirst(locale) {
    const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(new Date())
    const order = parts.map(({ type }) => type).filter((type) => type === 'month' || type === 'day')
    return order[0] === 'month'
  }
})()
