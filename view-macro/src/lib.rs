//! `view!` with the syntax of Leptos, whose result is one type, [`Node`](../city_compare/view/node/enum.Node.html).
//!
//! Leptos' own macro gives every view a type of its own, and every type its own code to build, update and remove it. Two
//! hundred views were more than a third of the module that each reader downloads. DESIGN.md has the figures.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use rstml::Infallible;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::{Expr, ExprLit, Lit};

/// Elements, `{expressions}` and "texts" in the syntax of HTML, as one `Node`.
///
/// Attributes are `name=value`, `class:name=bool`, `style:name=text`, `prop:name=value`, `on:event=closure`,
/// `inner_html=text` and `node_ref=ElementRef`. A closure in place of a value is followed: it is called again when a signal
/// that it read changes.
#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(input.into()) {
        Ok(nodes) => several(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

fn several(nodes: &[Node<Infallible>]) -> TokenStream {
    match nodes {
        [node] => child(node),
        nodes => {
            let children = nodes.iter().map(child);
            quote! { crate::view::node::Node::Several(::std::vec![#(#children),*]) }
        }
    }
}

fn child(node: &Node<Infallible>) -> TokenStream {
    match node {
        Node::Element(element) => self::element(element),
        Node::Fragment(fragment) => several(&fragment.children),
        Node::Text(text) => {
            let text = text.value_string();
            quote! { crate::view::node::IntoNode::into_node(#text) }
        }
        Node::Block(block) => quote! { crate::view::node::IntoNode::into_node(#[allow(unused_braces)] #block) },
        other => refused(other, "a view holds elements, \"texts\" and {expressions}"),
    }
}

fn element(element: &NodeElement<Infallible>) -> TokenStream {
    // The DOM gives the names of HTML elements in capitals, and an update compares them.
    let tag = element.name().to_string().to_uppercase();
    // What never changes is data of the module, not code.
    let texts = element.attributes().iter().filter_map(fixed).map(|(name, value)| quote! { (#name, #value) });
    let attributes = element.attributes().iter().filter(|attribute| fixed(attribute).is_none()).map(attribute);
    let children = element.children.iter().map(child);
    quote! {
        crate::view::node::element(#tag, &[#(#texts),*], ::std::vec![#(#attributes),*], ::std::vec![#(#children),*])
    }
}

/// An attribute with a text in place: `class="cc-quiet"`.
fn fixed(attribute: &NodeAttribute) -> Option<(String, String)> {
    let NodeAttribute::Attribute(attribute) = attribute else { return None };
    let Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) = attribute.value() else { return None };
    let name = attribute.key.to_string().replace(' ', "");
    (!name.contains(':')).then(|| (name, text.value()))
}

fn attribute(attribute: &NodeAttribute) -> TokenStream {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return refused(attribute, "an attribute has a name");
    };
    let name = attribute.key.to_string().replace(' ', "");
    let value = value(attribute);
    match name.split_once(':') {
        Some(("on", event)) => {
            let event = format_ident!("{event}");
            quote! { crate::view::node::on(::leptos::ev::#event, #value) }
        }
        Some(("class", class)) => quote! { crate::view::node::class(#class, #value) },
        Some(("style", property)) => quote! { crate::view::node::style(#property, #value) },
        Some(("prop", property)) => quote! { crate::view::node::property(#property, #value) },
        None if name == "inner_html" => quote! { crate::view::node::inner_html(#value) },
        None if name == "node_ref" => quote! { crate::view::node::Attribute::Reference(#value) },
        None => quote! { crate::view::node::attribute(#name, #value) },
        Some(_) => refused(attribute, "one of on:, class:, style:, prop:"),
    }
}

fn value(attribute: &KeyedAttribute) -> TokenStream {
    match attribute.value() {
        Some(Expr::Block(block)) => quote! { #[allow(unused_braces)] #block },
        Some(value) => quote! { #value },
        None => quote! { true },
    }
}

fn refused(what: &impl quote::ToTokens, expected: &str) -> TokenStream {
    syn::Error::new_spanned(what, format!("Expected: {expected}.")).to_compile_error()
}
