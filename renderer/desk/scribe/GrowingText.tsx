import { type ComponentProps, useLayoutEffect, useRef } from 'react'
import { useLargeType } from '../../ui/large-type.ts'

type Props = Omit<ComponentProps<'textarea'>, 'ref' | 'rows'> & {
  readonly value: string
  readonly focusRef?: { current: HTMLTextAreaElement | null }
}

/**
 * A field that grows with its text, to the height that the style sheet allows. The library's own measures with a copy
 * whose style attribute our pages' policy forbids.
 */
export function GrowingText({ focusRef, value, ...props }: Props) {
  const [large] = useLargeType()
  const own = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or size of type is the reason to measure again
  useLayoutEffect(() => {
    const field = own.current
    if (field === null) return
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
  }, [value, large])
  return (
    <textarea
      {...props}
      rows={1}
      className="growing-text"
      value={value}
      ref={(field) => {
        own.current = field
        if (focusRef !== undefined) focusRef.current = field
      }}
    />
  )
}
