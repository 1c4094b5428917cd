import { EmulatedFailure } from '../../operation/emulated-failure.ts'

/** Whether a run fits a filter of clauses with `and`: `status eq 'Failed' and startTime ge 2026-01-01T00:00:00Z`. */
export function matchesRunFilter(
  filter: string | undefined,
  { status, startTime }: { readonly status: string; readonly startTime: string },
): boolean {
  return (filter ?? '')
    .split(/\s+and\s+/i)
    .filter((clause) => clause.trim() !== '')
    .every((clause) => {
      const [, name, operator = '', quoted, plain] =
        /^\s*\(?\s*(status|startTime)\s+(eq|ne|ge|gt|le|lt)\s+(?:'([^']*)'|(\S+?))\s*\)?\s*$/i.exec(clause) ?? []
      if (name === undefined)
        throw new EmulatedFailure(400, 'InvalidFilter', `The filter clause '${clause}' is not understood.`)
      const value = quoted ?? plain ?? ''
      if (name.toLowerCase() === 'status') return holds(operator, status.localeCompare(value))
      return holds(operator, Date.parse(startTime) - Date.parse(value))
    })
}

function holds(operator: string, difference: number): boolean {
  switch (operator.toLowerCase()) {
    case 'eq':
      return difference === 0
    case 'ne':
      return difference !== 0
    case 'ge':
      return difference >= 0
    case 'gt':
      return difference > 0
    case 'le':
      return difference <= 0
    default:
      return difference < 0
  }
}
