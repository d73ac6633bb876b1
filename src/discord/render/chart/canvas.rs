//! A picture in a few colours: rectangles and digits, encoded as a PNG.
//!
//! The ground is dark and opaque, and every colour on it is light, so that the picture reads the
//! same on Discord's dark and light themes. This module knows nothing about charts.

use super::digits;

/// A colour to paint with; its position here is its number in the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    Ground,
    Line,
    Axis,
    Text,
    Answered,
    Closest,
    NotCovered,
}

impl Colour {
    const ALL: [Self; 7] = [
        Self::Ground,
        Self::Line,
        Self::Axis,
        Self::Text,
        Self::Answered,
        Self::Closest,
        Self::NotCovered,
    ];

    /// Red, green, blue. The colours of the outcomes can be told apart without seeing red or green:
    /// they follow Okabe and Ito, "Color Universal Design" (2008), and differ in lightness.
    fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ground => [0x23, 0x24, 0x28],
            Self::Line => [0x45, 0x47, 0x4e],
            Self::Axis => [0x9a, 0x9c, 0xa5],
            Self::Text => [0xee, 0xef, 0xf1],
            Self::Answered => [0x3d, 0x9b, 0xe9],
            Self::Closest => [0xf5, 0xd0, 0x3c],
            Self::NotCovered => [0xe0, 0x4f, 0x39],
        }
    }

    pub(super) fn number(self) -> u8 {
        self as u8
    }
}

/// A rectangle in pixels; `right` and `bottom` are exclusive.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rect {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) right: usize,
    pub(super) bottom: usize,
}

impl Rect {
    pub(super) fn width(self) -> usize {
        self.right.saturating_sub(self.left)
    }

    pub(super) fn height(self) -> usize {
        self.bottom.saturating_sub(self.top)
    }
}

/// The surface to paint on.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    /// Colour numbers, row by row.
    pixels: Vec<u8>,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            pixels: vec![Colour::Ground.number(); width * height],
        }
    }

    /// Paints a rectangle, clipped to the canvas.
    pub(super) fn fill(&mut self, rect: Rect, colour: Colour) {
        let right = rect.right.min(self.width);
        for row in rect.top..rect.bottom.min(self.height) {
            let start = row * self.width;
            if let Some(run) = self.pixels.get_mut(start + rect.left..start + right) {
                run.fill(colour.number());
            }
        }
    }

    /// Writes digits and dashes; `left` and `top` are the corner of the first one.
    pub(super) fn write(&mut self, text: &str, left: usize, top: usize) {
        for (column, row) in digits::dots(text) {
            let (left, top) = (left + column, top + row);
            let dot = Rect {
                left,
                top,
                right: left + digits::DOT,
                bottom: top + digits::DOT,
            };
            self.fill(dot, Colour::Text);
        }
    }

    pub(super) fn encode(self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
        let mut encoder = png::Encoder::new(&mut bytes, side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(Colour::ALL.map(Colour::rgb).concat());
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colours_number_is_its_place_in_the_palette() {
        let numbers = Colour::ALL.map(Colour::number);
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn what_lies_outside_is_not_painted() {
        let mut canvas = Canvas::new(4, 2);
        let everything = Rect {
            left: 3,
            top: 1,
            right: 99,
            bottom: 99,
        };
        canvas.fill(everything, Colour::Text);
        canvas.write("1", 50, 50);
        let painted = canvas.pixels.iter().filter(|it| **it != 0).count();
        assert_eq!(painted, 1);
    }

    #[test]
    fn every_colour_stands_out_from_the_ground() {
        // Relative luminance and contrast, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
        let luminance = |colour: Colour| {
            let [red, green, blue] = colour.rgb().map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.040_45 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let contrast = |colour| (luminance(colour) + 0.05) / (luminance(Colour::Ground) + 0.05);
        assert!(contrast(Colour::Text) > 7.0);
        for colour in [Colour::Answered, Colour::Closest, Colour::NotCovered] {
            assert!(contrast(colour) > 3.0, "{colour:?} {}", contrast(colour));
        }
    }
}
