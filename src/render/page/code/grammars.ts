/**
 * Grammars of highlight.js by name. Each set holds a grammar and those of the languages that occur inside it, so that the result does not depend
 * on which other languages were highlighted before.
 */

import { definer as terraform } from '@taga3s/highlightjs-terraform'
import type { LanguageFn } from 'highlight.js'
import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cmake from 'highlight.js/lib/languages/cmake'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import css from 'highlight.js/lib/languages/css'
import dart from 'highlight.js/lib/languages/dart'
import diff from 'highlight.js/lib/languages/diff'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import dos from 'highlight.js/lib/languages/dos'
import excel from 'highlight.js/lib/languages/excel'
import fsharp from 'highlight.js/lib/languages/fsharp'
import go from 'highlight.js/lib/languages/go'
import graphql from 'highlight.js/lib/languages/graphql'
import groovy from 'highlight.js/lib/languages/groovy'
import http from 'highlight.js/lib/languages/http'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import julia from 'highlight.js/lib/languages/julia'
import kotlin from 'highlight.js/lib/languages/kotlin'
import less from 'highlight.js/lib/languages/less'
import lua from 'highlight.js/lib/languages/lua'
import makefile from 'highlight.js/lib/languages/makefile'
import markdown from 'highlight.js/lib/languages/markdown'
import matlab from 'highlight.js/lib/languages/matlab'
import nginx from 'highlight.js/lib/languages/nginx'
import objectivec from 'highlight.js/lib/languages/objectivec'
import perl from 'highlight.js/lib/languages/perl'
import php from 'highlight.js/lib/languages/php'
import phpTemplate from 'highlight.js/lib/languages/php-template'
import powershell from 'highlight.js/lib/languages/powershell'
import protobuf from 'highlight.js/lib/languages/protobuf'
import python from 'highlight.js/lib/languages/python'
import r from 'highlight.js/lib/languages/r'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import scala from 'highlight.js/lib/languages/scala'
import scss from 'highlight.js/lib/languages/scss'
import sql from 'highlight.js/lib/languages/sql'
import swift from 'highlight.js/lib/languages/swift'
import typescript from 'highlight.js/lib/languages/typescript'
import vbnet from 'highlight.js/lib/languages/vbnet'
import vbscript from 'highlight.js/lib/languages/vbscript'
import x86asm from 'highlight.js/lib/languages/x86asm'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
// @ts-expect-error This package has no types.
import razor from 'highlightjs-cshtml-razor'
import dax from 'highlightjs-dax'
import { bicep } from './bicep.ts'
import { commands } from './commands.ts'
import { kusto } from './kusto.ts'
import { qsharp } from './qsharp.ts'

const WEB = { xml, css, javascript, graphql }

/** Grammars by their names in {@link LANGUAGES}, each first in its set. */
export const GRAMMARS = {
  bash: { bash },
  bicep: { bicep },
  c: { c },
  cmake: { cmake },
  commands: { commands },
  cpp: { cpp },
  csharp: { csharp },
  css: { css },
  dart: { dart, ...WEB, markdown },
  dax: { dax },
  diff: { diff },
  dockerfile: { dockerfile, bash },
  dos: { dos },
  excel: { excel },
  fsharp: { fsharp },
  go: { go },
  graphql: { graphql },
  groovy: { groovy },
  http: { http, json, xml },
  ini: { ini },
  java: { java },
  javascript: { javascript, xml, css, graphql },
  json: { json },
  julia: { julia },
  kotlin: { kotlin },
  kusto: { kusto },
  less: { less },
  lua: { lua },
  makefile: { makefile },
  markdown: { markdown, ...WEB },
  matlab: { matlab },
  nginx: { nginx },
  objectivec: { objectivec },
  perl: { perl },
  php: { 'php-template': phpTemplate, php, ...WEB },
  powershell: { powershell },
  protobuf: { protobuf },
  python: { python },
  qsharp: { qsharp },
  r: { r },
  razor: { 'cshtml-razor': razor, csharp, ...WEB },
  ruby: { ruby },
  rust: { rust },
  scala: { scala },
  scss: { scss },
  sql: { sql },
  swift: { swift },
  terraform: { terraform },
  typescript: { typescript, ...WEB },
  vbnet: { vbnet },
  vbscript: { vbscript },
  x86asm: { x86asm },
  xml: WEB,
  yaml: { yaml, ruby },
} as const satisfies Record<string, Readonly<Record<string, LanguageFn>>>

/** Name of a set of grammars. */
export type GrammarName = keyof typeof GRAMMARS
