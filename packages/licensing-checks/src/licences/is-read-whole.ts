import type { ReadLicenceFile } from './licence-list.ts'

/** Whether everything in a file that was meant to be a list was read. */
export function isReadWhole({ file, format, problems }: ReadLicenceFile): boolean {
  return (
    format !== undefined &&
    problems.length === 0 &&
    !(file.json?.problems ?? []).some(({ isRecovered }) => !isRecovered)
  )
}
