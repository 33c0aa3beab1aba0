/** Ends every switch over a union: a forgotten arm is a type error, an impossible one at run time a bug. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
