import { Component, type ReactNode } from 'react'

type ErrorBoundaryProps = { readonly fallback: (error: Error) => ReactNode; readonly children: ReactNode }

/** Catches what was thrown while drawing: a bug. React offers no way to do this but a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(thrown: unknown) {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override render() {
    return this.state.error === null ? this.props.children : this.props.fallback(this.state.error)
  }
}
