/** A moment as these services write it: UTC with seven digits behind the second. */
export function moment(date: Date | string): string {
  return new Date(date).toISOString().replace('Z', '0000Z')
}
