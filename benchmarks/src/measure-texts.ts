import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkConnector, ruleFamilies } from '@sevenstep/certification-rules'
import { readConnector } from '@sevenstep/connector-schema'
import { decode, encode } from 'fast-png'
import MarkdownIt from 'markdown-it'
import type { CorpusConnector } from './corpus-files.ts'
import { measureRounds, ratioInRounds } from './measure-rounds.ts'
import type { Figure } from './results.ts'

/** Markdown, icon and script checks against what the kept library takes for the same texts; a script has none. */
export function measureTexts(corpus: readonly CorpusConnector[], rounds: number): Figure[] {
  const readmes = corpus.flatMap(({ folder }) =>
    readdirSync(folder)
      .filter((name) => /^(readme|intro)\.md$/i.test(name))
      .map((name) => ({ path: name.toLowerCase(), content: readFileSync(join(folder, name)) })),
  )
  // The corpus holds no pictures and no scripts: these are made here, of the size that connectors have.
  const icons = Array.from({ length: 40 }, (_, seed) => ({ path: 'icon.png', content: picture(seed) }))
  const scripts = Array.from({ length: 40 }, (_, seed) => ({ path: 'script.csx', content: script(100 + seed * 10) }))
  const check = (files: readonly { readonly path: string; readonly content: Buffer }[]) => () =>
    files.reduce((sum, file) => sum + checkConnector(readConnector([file])).subject.findings.length, 0)
  const parser = new MarkdownIt({ html: true })
  const measured = measureRounds(
    {
      library: () => readmes.reduce((sum, { content }) => sum + parser.parse(content.toString('utf8'), {}).length, 0),
      markdown: check(readmes),
      png: () => icons.reduce((sum, { content }) => sum + decode(content).width, 0),
      icon: check(icons),
      text: () => scripts.reduce((sum, { content }) => sum + content.toString('utf8').split('\n').length, 0),
      script: check(scripts),
    },
    rounds,
  )
  const rules = (start: RegExp): number =>
    ruleFamilies.flatMap((family) => Object.keys(family.rules)).filter((id) => start.test(id)).length
  const figure = (what: string, step: string, library: string, start: RegExp, unit: string): Figure => ({
    what,
    unit,
    value: ratioInRounds(measured, step, library),
    rules: rules(start),
    findings: measured.found[step] ?? 0,
  })
  return [
    figure(
      `${readmes.length} readmes and introductions`,
      'markdown',
      'library',
      /^(readme|intro)-/,
      'markdown-it parse',
    ),
    figure(`${icons.length} made-up icons`, 'icon', 'png', /^icon-/, 'fast-png decode'),
    figure(`${scripts.length} made-up scripts`, 'script', 'text', /^script-/, 'decoding and splitting'),
  ]
}

function picture(seed: number): Buffer {
  const side = 160
  const data = new Uint8Array(side * side * 4)
  for (let at = 0; at < data.length; at += 4) data.set([30, 110, (at >> 8) & 255, 255], at)
  data[seed] = seed
  return Buffer.from(encode({ width: side, height: side, data, channels: 4, depth: 8 }))
}

function script(methods: number): Buffer {
  const body = Array.from(
    { length: methods },
    (_, at) => `    private string Part${at}(string given)\n    {\n        return given + "${at}";\n    }\n`,
  )
  const text = `public class Script : ScriptBase\n{\n    public override async Task<HttpResponseMessage> ExecuteAsync()\n    {\n        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);\n    }\n${body.join('')}}\n`
  return Buffer.from(text)
}
