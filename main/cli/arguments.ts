import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Parses a command's options; on a mistake prints it with the usage and ends with exit code 2. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true })
  } catch (error) {
    return usageError(error instanceof Error ? error.message : String(error), usage)
  }
}

/** A whole number between two bounds; anything else is a usage error. */
export function wholeNumber(
  text: string,
  {
    name,
    min,
    max,
    usage,
  }: {
    readonly name: string
    readonly min: number
    readonly max: number
    readonly usage: string
  },
): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min && value <= max) return value
  return usageError(`--${name} must be a whole number from ${min} to ${max}, not "${text}"`, usage)
}

export function usageError(message: string, usage: string): never {
  console.error(message)
  console.error(usage)
  process.exit(2)
}
