/** True for addresses whose last part is Microsoft's file, whatever its version and wherever it lies. */
export function namesSdk(address: string): boolean {
  const path = address.trim().split(/[?#]/, 1)[0] ?? ''
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return name.startsWith('msflowsdk') && name.endsWith('.js')
}
