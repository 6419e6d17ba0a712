//! `seeds/country`: placeholder
