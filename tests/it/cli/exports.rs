//! Articles as other programs write them, asked about without any preparation.

use super::shop::Shop;

#[test]
fn a_post_of_a_site_generator_answers_without_its_shortcodes() {
    let post = "---\ntitle: Heat pumps\ndate: 2023/05/06\nurl: /guides/heat-pumps/\n---\n\n\
                {{< toc >}}\n\n:::tip Stay safe\n\nSwitch off the mains first.\n\n:::\n\n\
                See [[Install|how to install]] it.{: .lead}\n";
    let run = Shop::of(&[("2023-05-06-pumps.md", post)])
        .run(&["ask", "Must I switch off the mains?"])
        .ended(0)
        .says("1. Heat pumps")
        .says("2023-05-06");
    for furniture in ["{{<", ":::", "[[", "{:"] {
        assert!(!run.stdout.contains(furniture), "{furniture} in {run:#?}");
    }
}

#[test]
fn a_help_page_with_folded_answers_and_comments_answers_the_question_asked() {
    let comment = "I waited three weeks for a parcel to Norway, and it came broken. ".repeat(12);
    let page = format!(
        "<html><head><title>FAQ - Shoe shop</title></head><body><nav>Home</nav><main><h1>FAQ</h1>\
         <div><h3><button>Do you ship to Norway?</button></h3></div>\
         <div aria-hidden='true'><p>Parcels to Norway take five days.</p></div>\
         <div id='comments'><h2>2 comments</h2><p>{comment}</p></div></main></body></html>"
    );
    let run = Shop::of(&[("faq.html", &page)])
        .run(&["ask", "How long do parcels to Norway take?"])
        .ended(0)
        .says("1. FAQ › Do you ship to Norway?");
    assert!(!run.stdout.contains("broken"), "{run:#?}");
}

#[test]
fn a_price_list_in_plain_text_is_found_by_the_names_of_its_columns() {
    let list = "Garden shop\n\nPrices\n\nItem        Price    Material\nShears      25 EUR   steel\n\
                Gloves      12 EUR   leather\n";
    Shop::of(&[("prices.txt", list)])
        .run(&["ask", "material of the gloves"])
        .ended(0)
        .says("1. Garden shop › Prices")
        .says("12 EUR");
}

#[test]
fn a_saved_mail_is_called_by_its_subject() {
    let mail = "From: Anna Berg <anna@example.org>\nTo: all@example.org\nSubject: Fwd: Server move\n\
                Date: Tue, 14 May 2024 09:12:33 +0200\n\nThe server moves on Saturday at ten.\n";
    Shop::of(&[("mail.txt", mail)])
        .run(&["ask", "When does the server move?"])
        .ended(0)
        .says("1. Server move\n")
        .says("Saturday")
        .says("2024-05-14");
}
