/** The sign of Ficha: a record card. Decorative, its name always stands beside it or on its link. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--ant-color-primary)" />
      <path
        d="M9 8.5h14M9 16h9M9 23.5h5"
        stroke="var(--ant-color-text-light-solid)"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  )
}
