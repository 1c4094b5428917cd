import { printMarkdown, printSarif } from '@sevenstep/findings'
import { allRules } from '../../checks/all-rules.ts'
import { ruleSet } from '../../checks/rule-set.ts'
import { parseReport } from '../../checks/run-view.ts'

/** The forms in which a report is handed out, by the ending of the file. */
const printers: Readonly<Record<string, { readonly mediaType: string; readonly print: (json: string) => string }>> = {
  json: { mediaType: 'application/json', print: (json) => json },
  sarif: {
    mediaType: 'application/sarif+json',
    print: (json) => {
      const options = { toolVersion: ruleSet.version, toolName: 'sevenstep', rules: allRules() }
      return printSarif(parseReport(json), options)
    },
  },
  md: {
    mediaType: 'text/markdown; charset=utf-8',
    print: (json) => printMarkdown(parseReport(json), { maxLength: 1_000_000 }),
  },
}

/** A report as a file of that ending; undefined for an ending that there is none of. */
export function reportAs(ending: string, json: string, name: string): Response | undefined {
  const printer = Object.hasOwn(printers, ending) ? printers[ending] : undefined
  return printer && download(printer.print(json), printer.mediaType, `${name}.${ending}`)
}

/** An answer that is saved and never shown, whatever it holds. The name is one of ours and needs no escaping. */
export function download(content: string | Uint8Array<ArrayBuffer>, mediaType: string, fileName: string): Response {
  return new Response(content, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  })
}
