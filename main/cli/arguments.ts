import path from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** One less than the last port: the next one is for TLS. */
export const LAST_PORT = 65_534

/** Parses a command's options; on a mistake prints it with the usage and ends with exit code 2. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  { takesFiles = false, usage }: { readonly takesFiles?: boolean; readonly usage: string },
) {
  try {
    return parseArgs({ options, allowPositionals: takesFiles, strict: true })
  } catch (error) {
    return usageError(error instanceof Error ? error.message : String(error), usage)
  }
}

/** A folder that must be named; an empty name would be the folder one happens to stand in. */
export function folderName(
  text: string | undefined,
  { name, usage }: { readonly name: string; readonly usage: string },
) {
  if (text === undefined || text === '') return usageError(`--${name} DIR is missing`, usage)
  return path.resolve(text)
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
