import type { FileResult } from '../../checks/worker/messages.ts'
import type { Texts } from '../../texts/index.ts'
import { FileRow } from '../components/upload-form.tsx'
import { toldFile } from './told-run.ts'

/** The row of one file; the server sends the very same while it checks. */
export function CheckedFileRow({ file, texts }: { readonly file: FileResult; readonly texts: Texts }) {
  const { cell, state, result } = toldFile(file, texts)
  return <FileRow path={file.path} cell={cell} state={state} result={result} />
}

/** The files of a run, those that fail first. */
export function CheckedFileRows({ files, texts }: { readonly files: readonly FileResult[]; readonly texts: Texts }) {
  const rank = ({ errors, warnings, judged }: FileResult) => (errors > 0 ? 0 : warnings > 0 ? 1 : judged ? 2 : 3)
  const sorted = files.toSorted((left, right) => rank(left) - rank(right))
  return (
    <>
      {sorted.map((file) => (
        <CheckedFileRow file={file} texts={texts} />
      ))}
    </>
  )
}
