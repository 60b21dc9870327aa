//! The shell, the design system, components, and the texts in each language.
