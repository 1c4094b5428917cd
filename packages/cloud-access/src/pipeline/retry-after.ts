/**
 * How long an answer asks to wait, in milliseconds: `Retry-After` as seconds or as a date, or Microsoft's headers in
 * milliseconds. A date is counted from the moment that the answer itself names, since the clock of this machine may be off.
 */
export function retryAfterOf(headers: { get(name: string): string | undefined }, now: number): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const value = headers.get(name)
    if (value !== undefined && /^\d+(\.\d+)?$/.test(value)) return Number(value)
  }
  const value = headers.get('retry-after')?.trim()
  if (value === undefined || value === '') return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  const answeredAt = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(at) ? undefined : Math.max(0, at - (Number.isNaN(answeredAt) ? now : answeredAt))
}
