#!/usr/bin/env python3
"""Derive "MotCua Serif" from Liberation Serif 2.1.5 (SIL OFL 1.1, reserved name "Liberation").

The forms are set as the law's are, in Times or its metric twin, and must have every mark of
Vietnamese on every PC. Debian 12 knows two fonts called "Liberation Serif", of which one
(fonts-liberation 1.07) has no Ế; so the program brings its own, under a name of its own. Only Latin
is kept; no outline, width or hint changes.

usage: latin_serif.py SRC_DIR DST_DIR     (needs fontTools)
"""
import os, sys
from fontTools import subset
from fontTools.ttLib import TTFont

LATIN = "0020-007E 00A0-024F 02BB-02DD 0300-0333 1E00-1EFF 2010-2027 2030-205E 20A0-20BF 2116 2122 2212"


def main(src, dst):
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True,
                             glyph_names=False, hinting=True)
    codes = [code for span in LATIN.split()
             for code in range(int(span.split("-")[0], 16), int(span.split("-")[-1], 16) + 1)]
    for style in ("Regular", "Bold", "Italic"):
        font = TTFont(os.path.join(src, "LiberationSerif-%s.ttf" % style), recalcTimestamp=False)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=codes)
        subsetter.subset(font)
        for n in font["name"].names:
            if n.nameID in (1, 3, 4, 6, 16, 21, 25):
                n.string = (str(n).replace("Liberation Serif", "MotCua Serif")
                            .replace("LiberationSerif", "MotCuaSerif"))
        font.save(os.path.join(dst, "MotCuaSerif-%s.ttf" % style))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
