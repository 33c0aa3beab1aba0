import * as z from 'zod/mini'

/** A table of message types and the shape of their data: one table per area for commands, one for events. */
export type SchemaTable = Readonly<Record<string, z.ZodMiniType>>

/** 练习: there only when a meeting is held to practise; it then takes no number and enters no statistics. */
export const practice = z.optional(z.literal(true))

/** Parsed data is never changed in place. */
export type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Element)[]
    ? readonly Immutable<Element>[]
    : { readonly [Key in keyof T]: Immutable<T[Key]> }

/** The union of `{ type, data }` messages that a table describes. */
export type MessageOf<Table extends SchemaTable> = {
  [Type in keyof Table & string]: { readonly type: Type; readonly data: Immutable<z.output<Table[Type]>> }
}[keyof Table & string]

/** Parses what came from a wire or a disk; null when the type is unknown or the data have another shape. */
export function parseMessage<Table extends SchemaTable>(
  table: Table,
  type: unknown,
  data: unknown,
): MessageOf<Table> | null {
  if (typeof type !== 'string' || !Object.hasOwn(table, type)) return null
  const parsed = table[type]?.safeParse(data)
  // The table maps each type to its data's schema, which the type system cannot follow through a string key.
  return parsed?.success ? ({ type, data: parsed.data } as MessageOf<Table>) : null
}
