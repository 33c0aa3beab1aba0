/** Back from what somebody had begun to ask. */
export function NotNow({ onBack }: { readonly onBack: () => void }) {
  return (
    <button type="button" className="bare" onClick={onBack}>
      先不说
    </button>
  )
}
