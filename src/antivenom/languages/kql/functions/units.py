"""Kusto's units of angle, energy, force, length, mass, speed, temperature and volume.

Only units that are exact by their definition, or whose factor Kusto's documentation shows; of the others only the
names are known.
"""

from __future__ import annotations

import math

_PREFIXES = {
    "Nano": 1e-9,
    "Micro": 1e-6,
    "Milli": 1e-3,
    "Centi": 1e-2,
    "Deci": 1e-1,
    "Deca": 1e1,
    "Hecto": 1e2,
    "Kilo": 1e3,
    "Mega": 1e6,
    "Giga": 1e9,
    "Tera": 1e12,
}
_POUND, _FOOT, _GRAVITY = 0.45359237, 0.3048, 9.80665
_SURVEY = 1200 / 3937
_LITER = 1e-3


def _prefixed(unit: str, size: float, prefixes: str) -> dict[str, float]:
    """The unit and its multiples: `Meter`, `Kilometer`."""
    made = {p + unit[0].lower() + unit[1:]: _PREFIXES[p] * size for p in prefixes.split()}
    return {unit: size} | made


def _speeds() -> dict[str, float]:
    lengths = {n: f for n, f in FACTORS["length"].items() if n.endswith("meter") or n == "Meter"}
    lengths |= {"Foot": _FOOT, "Inch": 0.0254, "Yard": 0.9144, "UsSurveyFoot": _SURVEY}
    hourly = ("Meter", "Kilometer", "Centimeter", "Millimeter", "Foot", "Inch", "Yard", "UsSurveyFoot")
    made = {f"{n}Per{unit}": f / s for n, f in lengths.items() for unit, s in (("Second", 1), ("Minute", 60))}
    made |= {f"{name}PerHour": lengths[name] / 3600 for name in hourly}
    return {n: f for n, f in made.items() if not n.startswith(("Decameter", "Hectometer"))} | {"MilePerHour": 0.44704}


FACTORS: dict[str, dict[str, float]] = {
    "angle": {
        **_prefixed("Degree", 1, "Nano Micro Milli"),
        **_prefixed("Radian", 180 / math.pi, "Nano Micro Milli Centi Deci"),
        "Arcminute": 1 / 60,
        "Arcsecond": 1 / 3600,
        "Gradian": 0.9,
        "NatoMil": 9 / 160,
        "Revolution": 360,
    },
    "energy": {
        **_prefixed("Joule", 1, "Milli Kilo Mega Giga"),
        **_prefixed("Calorie", 4.184, "Kilo Mega"),
        **_prefixed("WattHour", 3600, "Kilo Mega Giga Tera"),
        **_prefixed("WattDay", 86_400, "Kilo Mega Giga Tera"),
        **_prefixed("BritishThermalUnit", 1055.05585262, "Kilo Mega Giga"),
        "Erg": 1e-7,
    },
    "force": {**_prefixed("Newton", 1, "Micro Milli Deca Kilo Mega"), "Dyn": 1e-5},
    "length": {
        **_prefixed("Meter", 1, "Nano Micro Milli Centi Deci Deca Hecto Kilo"),
        **_prefixed("Inch", 0.0254, "Micro"),
        "Angstrom": 1e-10,
        "Chain": 20.1168,
        "DtpPoint": 0.0254 / 72,
        "Fathom": 1.8288,
        "Foot": _FOOT,
        "Hand": 0.1016,
        "Mil": 2.54e-5,
        "NauticalMile": 1852,
        "Shackle": 27.432,
        "UsSurveyFoot": _SURVEY,
        "Yard": 0.9144,
    },
    "mass": {
        **_prefixed("Gram", 1e-3, "Nano Micro Milli Centi Deci Deca Hecto Kilo"),
        **_prefixed("Tonne", 1e3, "Kilo Mega"),
        **_prefixed("Pound", _POUND, "Kilo Mega"),
        "Grain": _POUND / 7000,
        "LongHundredweight": _POUND * 112,
        "LongTon": _POUND * 2240,
        "Ounce": _POUND / 16,
        "ShortHundredweight": _POUND * 100,
        "ShortTon": _POUND * 2000,
        "Slug": _POUND * _GRAVITY / _FOOT,
        "Stone": _POUND * 14,
    },
    "volume": {
        **_prefixed("Liter", _LITER, "Micro Milli Centi Deci Deca Hecto Kilo Mega"),
        **_prefixed("CubicMeter", 1, "Hecto Kilo"),
        "AcreFoot": 1 / 0.000810714,
        "CubicKilometer": 1e9,
        "CubicHectometer": 1e6,
        "CubicDecimeter": 1e-3,
        "CubicCentimeter": 1e-6,
        "CubicMillimeter": 1e-9,
        "CubicMicrometer": 1e-18,
        "AuTablespoon": 2e-5,
        "MetricCup": 2.5e-4,
        "UkTablespoon": 1.5e-5,
        "UsLegalCup": 2.4e-4,
    },
}
"""Quantity, unit -> how many of the quantity's base units it is."""
FACTORS["speed"] = _speeds()
QUANTITIES = tuple(FACTORS)
"""What is converted by a factor alone."""

_ICE = 273.15
TEMPERATURES: dict[str, tuple[float, float]] = {
    "Kelvin": (1.0, 0.0),
    "DegreeCelsius": (1.0, _ICE),
    "MillidegreeCelsius": (1e-3, _ICE),
    "DegreeFahrenheit": (5 / 9, 459.67 * 5 / 9),
    "DegreeRankine": (5 / 9, 0.0),
    "DegreeDelisle": (-2 / 3, 373.15),
    "DegreeNewton": (100 / 33, _ICE),
    "DegreeReaumur": (5 / 4, _ICE),
    "DegreeRoemer": (40 / 21, _ICE - 7.5 * 40 / 21),
}
"""Unit of temperature -> the size of its degree in kelvins, and its zero in kelvins."""

UNSURE: dict[str, frozenset[str]] = {
    "angle": frozenset({"Tilt"}),
    "energy": frozenset(
        "DecathermEc DecathermImperial DecathermUs ElectronVolt FootPound GigaelectronVolt HorsepowerHour"
        " KiloelectronVolt MegaelectronVolt TeraelectronVolt ThermEc ThermImperial ThermUs".split()
    ),
    "force": frozenset(
        "KilogramForce KiloPond KilopoundForce OunceForce Poundal PoundForce ShortTonForce TonneForce".split()
    ),
    "length": frozenset(
        "AstronomicalUnit DataMile DtpPica KilolightYear Kiloparsec LightYear MegalightYear Megaparsec Mile Parsec"
        " PrinterPica PrinterPoint SolarRadius Twip".split()
    ),
    "mass": frozenset({"EarthMass", "SolarMass"}),
    "speed": frozenset({"Knot"}),
    "temperature": frozenset({"SolarTemperature"}),
    "volume": frozenset(
        "BoardFoot CubicFoot CubicInch CubicMile CubicYard DecausGallon DeciusGallon HectocubicFoot HectousGallon"
        " ImperialBeerBarrel ImperialGallon ImperialOunce ImperialPint KilocubicFoot KiloimperialGallon"
        " KilousGallon MegacubicFoot MegaimperialGallon MegausGallon MetricTeaspoon OilBarrel UsBeerBarrel"
        " UsCustomaryCup UsGallon UsOunce UsPint UsQuart UsTablespoon UsTeaspoon".split()
    ),
}
"""Units Kusto has with a rounded factor of its own, which is not documented."""


def sizes(quantity: str, start: str, end: str) -> tuple[float, float] | None:
    """How large both units are; None where one of them is no unit of the quantity."""
    known = FACTORS[quantity]
    return (known[start], known[end]) if start in known and end in known else None


def unsure(quantity: str, unit: str) -> bool:
    """Whether Kusto may know this unit, or this spelling, although its factor is not known."""
    known = TEMPERATURES if quantity == "temperature" else FACTORS[quantity]
    return unit not in known and unit.lower() in {name.lower() for name in (*known, *UNSURE[quantity])}
