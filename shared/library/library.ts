import { assertNever } from '../core/assert-never.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import type { Library, LibraryCommand } from './messages.ts'

/** More than a street office with all its communities has use for. */
export const MAX_OWN_ENTRIES = 200

export type LibraryRejection = { readonly code: 'libraryFull' }

export const emptyLibrary: Library = { formats: [], rulePacks: [] }

/** The library after a command. Deleting what is not there changes nothing. */
export function changeLibrary(before: Library, command: LibraryCommand): Result<Library, LibraryRejection> {
  switch (command.type) {
    case 'saveFormat': {
      const formats = [...without(before.formats, 'formatId', command.data.formatId), command.data]
      return formats.length > MAX_OWN_ENTRIES ? refuse({ code: 'libraryFull' }) : ok({ ...before, formats })
    }
    case 'deleteFormat':
      return ok({ ...before, formats: without(before.formats, 'formatId', command.data.formatId) })
    case 'saveRulePack': {
      // What says nothing of having been compared with its source has not been.
      const { checked = null } = command.data
      const rulePacks = [...without(before.rulePacks, 'ruleId', command.data.ruleId), { ...command.data, checked }]
      return rulePacks.length > MAX_OWN_ENTRIES ? refuse({ code: 'libraryFull' }) : ok({ ...before, rulePacks })
    }
    case 'deleteRulePack':
      return ok({ ...before, rulePacks: without(before.rulePacks, 'ruleId', command.data.ruleId) })
    default:
      return assertNever(command)
  }
}

/** The built-in entries in their order, each replaced by the own one of its id, then the other own ones. */
export function merged<Key extends string, Entry extends { readonly [K in Key]: string }>(
  builtIn: readonly Entry[],
  own: readonly Entry[],
  key: Key,
): readonly Entry[] {
  const ownById = new Map(own.map((entry) => [entry[key], entry]))
  const known = new Set(builtIn.map((entry) => entry[key]))
  return [...builtIn.map((entry) => ownById.get(entry[key]) ?? entry), ...own.filter((entry) => !known.has(entry[key]))]
}

function without<Key extends string, Entry extends { readonly [K in Key]: string }>(
  all: readonly Entry[],
  key: Key,
  id: string,
): readonly Entry[] {
  return all.filter((entry) => entry[key] !== id)
}
