import type { FileResult } from '../../checks/worker/messages.ts'
import type { Texts } from '../../texts/index.ts'
import { Disclosure } from '../components/guidance.tsx'
import { FileRow } from '../components/upload-form.tsx'
import { toldFile } from './told-run.ts'

/** The row of one file; the server sends the very same while it checks. */
export function CheckedFileRow({ file, texts }: { readonly file: FileResult; readonly texts: Texts }) {
  const { cell, state, result } = toldFile(file, texts)
  return <FileRow path={file.path} cell={cell} state={state} result={result} />
}

/** Files shown before the rest folds away, so that on a phone the findings are not far below. */
const mostShown = 8

/** The files of a run in two parts, those that fail first: what is shown at once, and the rest. */
export function filesInParts(files: readonly FileResult[]): {
  readonly shown: readonly FileResult[]
  readonly further: readonly FileResult[]
} {
  const rank = ({ errors, warnings, judged }: FileResult) => (errors > 0 ? 0 : warnings > 0 ? 1 : judged ? 2 : 3)
  const sorted = files.toSorted((left, right) => rank(left) - rank(right))
  // Folding a single one away would save nothing.
  const count = sorted.length > mostShown + 1 ? mostShown : sorted.length
  return { shown: sorted.slice(0, count), further: sorted.slice(count) }
}

interface FileRowsProps {
  readonly files: readonly FileResult[]
  readonly texts: Texts
}

/** A row for each file. */
export function CheckedFileRows({ files, texts }: FileRowsProps) {
  return (
    <>
      {files.map((file) => (
        <CheckedFileRow file={file} texts={texts} />
      ))}
    </>
  )
}

/** The files that were too many to show at once. */
export function FurtherFiles({ files, texts }: FileRowsProps) {
  if (files.length === 0) return null
  return (
    <Disclosure summary={texts.checks.files.further(files.length)}>
      <ul class="file-rows">
        <CheckedFileRows files={files} texts={texts} />
      </ul>
    </Disclosure>
  )
}
