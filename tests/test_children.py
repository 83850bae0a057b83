import signal

import pytest

from readiness.children import deaf_to_interrupts, split_command


def test_a_command_of_windows_keeps_its_backslashes_and_loses_its_quotes():
    command = r'"C:\Program Files\edit.exe" -w'

    words = split_command(command, is_windows=True)

    assert words == [r"C:\Program Files\edit.exe", "-w"]


def test_a_command_is_split_as_a_shell_would():
    assert split_command(r"less\ more 'a b'", is_windows=False) == ["less more", "a b"]


@pytest.mark.parametrize("is_windows", [False, True])
def test_an_open_quotation_is_no_command(is_windows):
    with pytest.raises(ValueError, match="No closing quotation"):
        split_command("'vi", is_windows=is_windows)


def test_interrupts_are_heard_again_afterwards():
    before = signal.getsignal(signal.SIGINT)

    with deaf_to_interrupts():
        signal.raise_signal(signal.SIGINT)

    assert signal.getsignal(signal.SIGINT) is before
