/** The entries of a table of names as choices, in the order of the table. */
export const choices = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  (Object.entries(names) as [Key, string][]).map(([value, label]) => ({ value, label }))
