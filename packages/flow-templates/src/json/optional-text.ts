/** An object with that one member, or none when there is no value: for members that are left out instead of undefined. */
export function optionalText<K extends string>(key: K, value: unknown): { readonly [P in K]?: string } {
  // The computed key has the type of a plain string to the compiler.
  return typeof value === 'string' ? ({ [key]: value } as { readonly [P in K]?: string }) : {}
}
